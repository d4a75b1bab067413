@echo off
rem Makes a backup now. Right-click, "Run as administrator".
"%~dp0..\HealthCode.Web.exe" backup --data "%ProgramData%\HealthCode" %*
pause
