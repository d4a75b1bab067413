using System.Globalization;
using HealthCode.Web.Foundation;
using HealthCode.Web.Printing;
using Microsoft.AspNetCore.Connections;

namespace HealthCode.Web.Hosting;

/// <summary>启动检查 — checks the environment at start, so that problems do not show up first while working or printing.</summary>
public static class StartUpChecks
{
    /// <summary>Checks that ICU is available; pinyin search and Chinese sorting need it.</summary>
    /// <exception cref="CannotStartException">The runtime has no culture data.</exception>
    public static void RequireChineseCulture() => RequirePinyinOrder(new CultureInfo("zh-CN").CompareInfo.Compare);

    /// <summary>Checks that all fonts used for printing are installed.</summary>
    /// <exception cref="CannotStartException">A font is missing.</exception>
    public static void RequireFonts(IEnumerable<string> folders)
    {
        if (Typography.MissingFonts(folders) is { Count: > 0 } missing)
        {
            throw new CannotStartException(string.Join(Environment.NewLine, missing), "fonts are missing: run scripts/setup.");
        }
    }

    /// <summary>Runs the server until it is stopped.</summary>
    /// <exception cref="CannotStartException">The address is in use, usually because the program is already running.</exception>
    public static async Task RunAtAddressAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped during start-up: not an error.
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new CannotStartException(
                "这个地址已经有程序在用，多半是本系统已经开着。请直接用浏览器打开；要重新启动，先在原来的窗口按 Ctrl+C。换别的端口：--urls \"http://0.0.0.0:5010;https://0.0.0.0:5011\"",
                fault.Message,
                fault);
        }
    }

    /// <inheritdoc cref="RequireChineseCulture"/>
    public static void RequirePinyinOrder(Comparison<string> compare)
    {
        // By pinyin 安 (an) comes before 丁 (ding); by code point it comes after.
        if (compare("安", "丁") >= 0)
        {
            throw new CannotStartException(
                "系统缺少中文排序库（ICU）。Debian 请安装 libicu72，并取消环境变量 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT。",
                "globalization is invariant. Install libicu72 and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }
}
