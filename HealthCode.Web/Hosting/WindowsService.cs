using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace HealthCode.Web.Hosting;

/// <summary>Windows 服务 — starts with the PC before anybody signs in to it, and stops when Windows says so. With <c>--service</c>, which only the service's entry gives.</summary>
[SupportedOSPlatform("windows")]
public sealed class WindowsService(IHostApplicationLifetime program) : IHostLifetime
{
    private const int OwnProcess = 0x10;
    private const int AcceptStopAndShutdown = 0x1 | 0x4;
    private const int AskedToStop = 1;
    private const int AskedHowItIs = 4;
    private const int PcShutsDown = 5;
    private const int NotImplemented = 120;

    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new();

    // Kept here: Windows calls them long after they were handed over.
    private ServiceMain? _main;
    private ControlHandler? _control;
    private nint _handle;

    private delegate void ServiceMain(int count, nint words);

    private delegate int ControlHandler(int control, int kind, nint data, nint context);

    private enum State
    {
        Stopped = 1,
        Starting = 2,
        Stopping = 3,
        Running = 4,
    }

    /// <summary>Reports to Windows, and goes on when Windows knows the service.</summary>
    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        program.ApplicationStarted.Register(() => Say(State.Running));
        program.ApplicationStopped.Register(() =>
        {
            Say(State.Stopped);
            _ended.TrySetResult();
        });
        (_main, _control) = (Begin, Obey);
        // The dispatcher keeps its thread until the service has ended.
        new Thread(Dispatch) { IsBackground = true }.Start();
        return _known.Task.WaitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Say(State.Stopping);
        return Task.CompletedTask;
    }

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
        TableLine[] table = [new() { Name = name, Main = Marshal.GetFunctionPointerForDelegate(_main!) }, default];
        if (!StartServiceCtrlDispatcherW(table))
        {
            _known.TrySetException(new CannotStartException(
                "--service 只能由 Windows 的服务使用。请去掉它再启动。", "--service is for the service control manager.", new System.ComponentModel.Win32Exception()));
        }

        Marshal.FreeHGlobal(name);
    }

    private void Begin(int count, nint words)
    {
        _handle = RegisterServiceCtrlHandlerExW("", Marshal.GetFunctionPointerForDelegate(_control!), 0);
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
        // Not on this thread: Windows waits for its answer.
        _ = Task.Run(program.StopApplication);
        return 0;
    }

    private void Say(State state)
    {
        if (_handle == 0)
        {
            return;
        }

        var status = new Status
        {
            Kind = OwnProcess,
            State = (int)state,
            ExitCode = 0,
            OwnExitCode = 0,
            CheckPoint = 0,
            Accepted = state == State.Running ? AcceptStopAndShutdown : 0,
            WaitMilliseconds = state is State.Starting or State.Stopping ? 60_000 : 0,
        };
        SetServiceStatus(_handle, ref status);
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
