using System.Runtime.InteropServices;

namespace HealthCode.Web.Hosting;

/// <summary>Windows 服务 — starts with the PC before anybody signs in to it, and stops when Windows says so. With <c>--service</c>, which only the service's entry gives.</summary>
public sealed class WindowsService : IHostLifetime
{
    private const string Switch = "--service";
    private const int OwnProcess = 0x10;
    private const int AcceptStopAndShutdown = 0x1 | 0x4;
    private const int AskedToStop = 1;
    private const int AskedHowItIs = 4;
    private const int PcShutsDown = 5;
    private const int NotImplemented = 120;
    private const int ReasonOfItsOwn = 1066;
    private const int HintMilliseconds = 60_000;

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new();
    private readonly Lock _saying = new();

    // Kept here: Windows calls them long after they were handed over.
    private readonly ServiceMain _main;
    private readonly ControlHandler _control;
    private IHostApplicationLifetime? _program;
    private nint _handle;
    private State _state = State.Starting;
    private int _checkPoint;

    private WindowsService() => (_main, _control) = (Begin, Obey);

    private delegate void ServiceMain(int count, nint words);

    private delegate int ControlHandler(int control, int kind, nint data, nint context);

    private enum State
    {
        Stopped = 1,
        Starting = 2,
        Stopping = 3,
        Running = 4,
    }

    /// <summary>Reports to Windows before anything else is done: it waits 30 seconds for that, and opening an office after an upgrade takes longer.</summary>
    /// <returns>Null when this is no Windows service.</returns>
    /// <exception cref="CannotStartException">It was not Windows that started it.</exception>
    public static async Task<WindowsService?> ConnectAsync(string[] args)
    {
        if (!OperatingSystem.IsWindows() || !args.Contains(Switch))
        {
            return null;
        }

        var service = new WindowsService();
        // The dispatcher keeps its thread until the service has ended.
        new Thread(service.Dispatch) { IsBackground = true }.Start();
        await service._known.Task;
        _ = service.AskForPatienceAsync();
        return service;
    }

    /// <summary>From now on the program starts and ends as the service does.</summary>
    public void Carry(WebApplicationBuilder builder) => builder.Services.AddSingleton<IHostLifetime>(services =>
    {
        _program = services.GetRequiredService<IHostApplicationLifetime>();
        return this;
    });

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _program!.ApplicationStarted.Register(() => Say(State.Running));
        _program.ApplicationStopped.Register(() => End(0));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Say(State.Stopping);
        return Task.CompletedTask;
    }

    /// <summary>Tells Windows that it did not start; why is in the log.</summary>
    public void GiveUp() => End(ReasonOfItsOwn);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool StartServiceCtrlDispatcherW([In] TableLine[] table);

    [DllImport("advapi32.dll", CharSet = CharSet.Unicode, SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint RegisterServiceCtrlHandlerExW(string name, nint handler, nint context);

    [DllImport("advapi32.dll", SetLastError = true, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern bool SetServiceStatus(nint handle, ref Status status);

    private void Dispatch()
    {
        var name = Marshal.StringToHGlobalUni("");
        // The table ends with an empty line; a service alone in its process needs no name in it.
        TableLine[] table = [new() { Name = name, Main = Marshal.GetFunctionPointerForDelegate(_main) }, default];
        if (!StartServiceCtrlDispatcherW(table))
        {
            _known.TrySetException(new CannotStartException(
                "--service 只能由 Windows 的服务使用。请去掉它再启动。", "--service is for the service control manager.", new System.ComponentModel.Win32Exception()));
        }

        Marshal.FreeHGlobal(name);
    }

    private void Begin(int count, nint words)
    {
        _handle = RegisterServiceCtrlHandlerExW("", Marshal.GetFunctionPointerForDelegate(_control), 0);
        Say(State.Starting);
        _known.TrySetResult();
        _ended.Task.Wait();
    }

    private int Obey(int control, int kind, nint data, nint context)
    {
        if (control is not (AskedToStop or PcShutsDown))
        {
            return control == AskedHowItIs ? 0 : NotImplemented;
        }

        Say(State.Stopping);
        // Not on this thread: Windows waits for its answer. Before it runs Windows does not ask.
        _ = Task.Run(() => _program?.StopApplication());
        return 0;
    }

    /// <summary>A checkpoint that grows says that it is still at work.</summary>
    private async Task AskForPatienceAsync()
    {
        while (_state == State.Starting)
        {
            Say(State.Starting);
            await Task.Delay(TimeSpan.FromMilliseconds(HintMilliseconds / 6));
        }
    }

    private void End(int exitCode)
    {
        Say(State.Stopped, exitCode);
        _ended.TrySetResult();
    }

    private void Say(State state, int exitCode = 0)
    {
        lock (_saying)
        {
            // Nobody starts again, and nothing follows the end.
            if (_handle == 0 || _state == State.Stopped || (state == State.Starting && _state != State.Starting))
            {
                return;
            }

            _state = state;
            var waits = state is State.Starting or State.Stopping;
            var status = new Status
            {
                Kind = OwnProcess,
                State = (int)state,
                ExitCode = exitCode,
                OwnExitCode = exitCode == 0 ? 0 : 1,
                CheckPoint = waits ? ++_checkPoint : 0,
                Accepted = state == State.Running ? AcceptStopAndShutdown : 0,
                WaitMilliseconds = waits ? HintMilliseconds : 0,
            };
            SetServiceStatus(_handle, ref status);
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TableLine
    {
        public nint Name;
        public nint Main;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Status
    {
        public int Kind;
        public int State;
        public int Accepted;
        public int ExitCode;
        public int OwnExitCode;
        public int CheckPoint;
        public int WaitMilliseconds;
    }
}
