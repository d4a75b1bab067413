@echo off
rem Updates the installed program to the folder this file lies in. Right-click, "Run as administrator".
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0update.ps1" "%~1"
pause
