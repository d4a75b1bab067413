@echo off
rem Restores a backup. Right-click, "Run as administrator".
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0restore.ps1" "%~1"
pause
