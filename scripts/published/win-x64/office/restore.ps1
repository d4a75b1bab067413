# 从备份恢复到一个空的数据文件夹。Restores a backup into an empty data folder.
param([string]$file)
$ErrorActionPreference = 'Stop'

$name = 'HealthCode'
$data = Join-Path $env:ProgramData 'HealthCode'
$program = Join-Path (Split-Path -Parent $PSScriptRoot) 'HealthCode.Web.exe'

function Say($text) { Write-Host "==> $text" }

$me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Say '请右击 restore.cmd，点“以管理员身份运行”。'
    exit 1
}
$service = Get-Service -Name $name -ErrorAction SilentlyContinue
if (-not $service) {
    Say '本系统还没有装成服务。请先以管理员身份运行 install.cmd。'
    exit 1
}
if ($service.Status -ne 'Stopped') {
    Say '程序正开着。请先在 services.msc 里停下“健康通行卡办理”，再做一次。'
    exit 1
}
if (Test-Path (Join-Path $data 'healthcode.db')) {
    Say "$data 里已经有数据，不能盖掉它。请先把这个文件夹改名留着，再做一次。"
    exit 1
}
while (-not $file -or -not (Test-Path -LiteralPath $file -PathType Leaf)) {
    if ($file) { Say "没有这个文件：$file" }
    $file = (Read-Host '备份文件在哪里（例如 E:\备份.hcb）').Trim().Trim('"')
}

New-Item -ItemType Directory -Force -Path $data | Out-Null
# As install.ps1 does: a folder made anew is open to everybody who uses this PC, and closed to the service.
icacls.exe $data /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "NT SERVICE\${name}:(OI)(CI)M" | Out-Null
& $program restore --from $file --data $data
if ($LASTEXITCODE -eq 0) { Say '恢复好了。请在 services.msc 里启动“健康通行卡办理”。' }
exit $LASTEXITCODE
