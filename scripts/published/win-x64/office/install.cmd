@echo off
rem Installs the program as a Windows service. Right-click, "Run as administrator".
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1"
pause
