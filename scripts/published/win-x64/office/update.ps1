# 升级：先备份，再换成新版本；新版本一分钟没有应答，自己换回原来的版本和数据。中途断电，再运行一次就行。
# Updates the program, and goes back by itself if the new one does not answer. The same steps as office/update on Linux.
param([string]$new)
$ErrorActionPreference = 'Stop'

$name = 'HealthCode'
$to = Join-Path $env:ProgramFiles 'HealthCode'
$data = Join-Path $env:ProgramData 'HealthCode'
# What was begun is written down here, beside a copy of the database.
$work = "$data.update"
$copy = Join-Path $work 'data'
if (-not $new) { $new = Split-Path -Parent $PSScriptRoot }

function Say($text) { Write-Host "==> $text" }

# Written in one step: a power cut leaves the step before or this one.
function Step($text) {
    Set-Content -LiteralPath (Join-Path $work 'step.new') -Value $text
    Move-Item -Force -LiteralPath (Join-Path $work 'step.new') -Destination (Join-Path $work 'step')
}

function Stop-Program {
    Stop-Service -Name $name -ErrorAction SilentlyContinue
    (Get-Service -Name $name).WaitForStatus('Stopped', '00:01:00')
}

function Test-Answer {
    try { return (Invoke-WebRequest -UseBasicParsing -TimeoutSec 2 'http://localhost:5000/healthz').Content -eq 'ok' }
    catch { return $false }
}

function Wait-Answer {
    $end = (Get-Date).AddSeconds(60)
    while ((Get-Date) -lt $end) {
        if (Test-Answer) { return $true }
        Start-Sleep -Seconds 1
    }
    return $false
}

# Why it does not start is in its log, in Chinese; what PowerShell would say here is not. Not waited for: it says itself when it serves.
function Start-Program { sc.exe start $name | Out-Null }

# The databases with what is not yet written into them, and the keys.
function Copy-Data($from, $into) {
    New-Item -ItemType Directory -Force -Path $into | Out-Null
    Get-ChildItem -LiteralPath $from -File | Where-Object { $_.Name -like '*.db' -or $_.Name -like '*.db-wal' } | Copy-Item -Destination $into -Force
    if (Test-Path (Join-Path $from 'keys')) { Copy-Item -Recurse -Force -LiteralPath (Join-Path $from 'keys') -Destination $into }
}

function Get-Prints($folder) {
    $files = @(Get-ChildItem -LiteralPath $folder -File | Where-Object { $_.Name -like '*.db' -or $_.Name -like '*.db-wal' })
    if (Test-Path (Join-Path $folder 'keys')) { $files += @(Get-ChildItem -Recurse -File -LiteralPath (Join-Path $folder 'keys')) }
    return ($files | Sort-Object FullName | ForEach-Object { $_.FullName.Substring($folder.Length) + ' ' + (Get-FileHash -LiteralPath $_.FullName).Hash }) -join "`n"
}

# May be cut short anywhere and done again: the copy stays until the end.
function Restore-Data {
    if ((Get-Prints $copy) -eq (Get-Prints $data)) { return }
    $aside = Join-Path $data 'update-failed'
    if (Test-Path $aside) { Remove-Item -Recurse -Force -LiteralPath $aside }
    Copy-Data $data $aside
    Get-ChildItem -LiteralPath $data -File | Where-Object { $_.Name -like '*.db-wal' -or $_.Name -like '*.db-shm' } | Remove-Item -Force
    Copy-Data $copy $data
    Say "新版本改过数据库，已经换回升级以前的。新版本改过的那一份留在 $aside，里面有居民的信息：确认没有用了就删掉。"
}

function Restore-Program {
    # A copy that was not finished is no copy.
    if ('begun', 'stopped' -contains (Get-Content -LiteralPath (Join-Path $work 'step') -TotalCount 1)) {
        if (Test-Path $copy) { Remove-Item -Recurse -Force -LiteralPath $copy }
    }
    Stop-Program
    Step 'back'
    if (Test-Path "$to.old") {
        if (Test-Path $to) { Remove-Item -Recurse -Force -LiteralPath $to }
        Move-Item -LiteralPath "$to.old" -Destination $to
    }
    # Without a whole copy the new version has never been started.
    if (Test-Path $copy) { Restore-Data }
    Start-Program
    if (-not (Wait-Answer)) {
        Say "原来的版本已经放回 $to，可是也没有应答。请看 $data\logs 里最新的文件。"
        exit 1
    }
    Remove-Item -Recurse -Force -LiteralPath $work
}

function Complete-Update {
    Step 'done'
    foreach ($folder in "$to.old", "$to.new", $work) { if (Test-Path $folder) { Remove-Item -Recurse -Force -LiteralPath $folder } }
    Say '升级好了，正在运行的是新版本。'
    exit 0
}

$me = New-Object Security.Principal.WindowsPrincipal([Security.Principal.WindowsIdentity]::GetCurrent())
if (-not $me.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Say '请右击 update.cmd，点“以管理员身份运行”。'
    exit 1
}
if (-not (Get-Service -Name $name -ErrorAction SilentlyContinue) -or -not (Test-Path (Join-Path $data 'healthcode.db'))) {
    Say '本系统还没有装成服务。请以管理员身份运行 install.cmd。'
    exit 1
}
if ($new.TrimEnd('\') -eq $to) {
    Say '这是正在用的程序。请到新版本的文件夹里运行 update.cmd。'
    exit 1
}
if (-not (Test-Path (Join-Path $new 'HealthCode.Web.exe'))) {
    Say "这里面没有 HealthCode.Web.exe，不是本系统的新版本：$new"
    exit 1
}

$step = Join-Path $work 'step'
if (Test-Path $step) {
    $begun = (Get-Content -LiteralPath $step -TotalCount 1)
    if ($begun -eq 'done' -or ($begun -eq 'started' -and (Test-Answer))) {
        Say '上次升级做到最后被打断，新版本已经在运行。'
        Complete-Update
    }
    Say '上次升级被打断，先换回原来的版本'
    Restore-Program
}
if (-not (Test-Path $to) -and (Test-Path "$to.old")) { Move-Item -LiteralPath "$to.old" -Destination $to }

Say "复制新版本：$new"
if (Test-Path "$to.new") { Remove-Item -Recurse -Force -LiteralPath "$to.new" }
robocopy $new "$to.new" /MIR /NFL /NDL /NJH /NJS /NP | Out-Null
if ($LASTEXITCODE -ge 8) {
    Say '复制没有成功：硬盘满了，或者文件正被打开。'
    exit 1
}
Say '先做一次备份'
& (Join-Path $to 'HealthCode.Web.exe') backup --data $data
if ($LASTEXITCODE -ne 0) { Say '没有做成备份（没有设备份口令时是这样）。数据库会原样留一份，升级成了再删掉。' }

New-Item -ItemType Directory -Force -Path $work | Out-Null
# Only SYSTEM and the administrators: names and numbers of residents lie in the copy.
icacls.exe $work /inheritance:r /grant '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' | Out-Null
if (Test-Path "$to.old") { Remove-Item -Recurse -Force -LiteralPath "$to.old" }
Step 'begun'
try {
    Say '停下正在运行的程序'
    Stop-Program
    Step 'stopped'
    Say '原样留一份数据库'
    if (Test-Path "$copy.new") { Remove-Item -Recurse -Force -LiteralPath "$copy.new" }
    Copy-Data $data "$copy.new"
    Move-Item -LiteralPath "$copy.new" -Destination $copy
    Step 'copied'
    Say '换成新版本'
    Move-Item -LiteralPath $to -Destination "$to.old"
    Move-Item -LiteralPath "$to.new" -Destination $to
    Step 'started'
    Start-Program
}
catch {
    Say "升级没有做完（$($_.Exception.Message)），换回原来的版本"
    Restore-Program
    exit 1
}
if (Wait-Answer) { Complete-Update }

Say '新版本 60 秒没有应答，换回原来的版本'
Restore-Program
Say "升级没有成功。原来的版本已经在运行，升级以前的数据都在。请把 $data\logs 里最新的文件交给做安装包的人。"
exit 1
