# 把程序装成开机自动启动的 Windows 服务；再运行一次就是升级，数据不会动。
# Installs the program as a Windows service; run again it upgrades and leaves the data alone.
$ErrorActionPreference = 'Stop'

$name = 'HealthCode'
$from = Split-Path -Parent $PSScriptRoot
$to = Join-Path $env:ProgramFiles 'HealthCode'
$data = Join-Path $env:ProgramData 'HealthCode'
$program = Join-Path $to 'HealthCode.Web.exe'

function Say($text) { Write-Host "==> $text" }

$me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Say '请右击 install.cmd，点“以管理员身份运行”。'
    exit 1
}
if (-not (Test-Path (Join-Path $from 'HealthCode.Web.exe'))) {
    Say '这个文件夹里没有 HealthCode.Web.exe，不能装成服务。请用带运行环境的安装包。'
    exit 1
}

$service = Get-Service -Name $name -ErrorAction SilentlyContinue
if ($service -and $service.Status -ne 'Stopped') {
    Say '先停下正在运行的程序'
    Stop-Service -Name $name
    $service.WaitForStatus('Stopped', '00:01:00')
}

if ($from -ne $to) {
    Say "复制到 $to"
    robocopy $from $to /MIR /NFL /NDL /NJH /NJS /NP | Out-Null
    if ($LASTEXITCODE -ge 8) {
        Say '复制没有成功：硬盘满了，或者文件正被打开。'
        exit 1
    }
}

if (-not $service) {
    New-Service -Name $name -DisplayName '健康通行卡办理' -StartupType Automatic `
        -Description '村（居）委会健康通行卡办理系统' `
        -BinaryPathName "`"$program`" --HEALTHCODE_DATA=`"$data`"" | Out-Null
}
# Its own account, which may do nothing else on this PC.
sc.exe config $name obj= "NT SERVICE\$name" | Out-Null
sc.exe failure $name reset= 86400 actions= restart/5000/restart/5000/restart/60000 | Out-Null

New-Item -ItemType Directory -Force -Path $data | Out-Null
# SYSTEM and the administrators by their numbers: their names differ from one Windows to the next.
icacls.exe $data /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "NT SERVICE\${name}:(OI)(CI)M" | Out-Null

Get-NetFirewallRule -Name $name -ErrorAction SilentlyContinue | Remove-NetFirewallRule
New-NetFirewallRule -Name $name -DisplayName '健康通行卡办理' -Direction Inbound -Action Allow -Protocol TCP -LocalPort 5000, 5001 -RemoteAddress LocalSubnet | Out-Null

# Why it does not start is in its log, in Chinese; what PowerShell would say here is not.
Start-Service -Name $name -ErrorAction SilentlyContinue
foreach ($second in 1..60) {
    try {
        if ((Invoke-WebRequest -UseBasicParsing -TimeoutSec 2 'http://localhost:5000/healthz').Content -eq 'ok') {
            Say '装好了，开机会自己启动。'
            Say '本机打开 http://localhost:5000'
            Say "别的电脑打开 https://$($env:COMPUTERNAME.ToLower()):5001"
            Say "别的电脑第一次用，先安装证书 http://$($env:COMPUTERNAME.ToLower()):5000/Account/Certificate"
            Say '证书指纹：在本机打开 http://localhost:5000/Account/Certificate 看'
            exit 0
        }
    }
    catch {
        Start-Sleep -Seconds 1
    }
}
Say "程序没有启动。请看 $data\logs 里最新的文件。"
exit 1
