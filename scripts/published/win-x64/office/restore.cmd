@echo off
rem Restores a backup: drop the backup file on this script.
"%~dp0..\HealthCode.Web.exe" restore --from "%~1" --data "%ProgramData%\HealthCode"
pause
