using HealthCode.Web.Encryption;
using HealthCode.Web.Hosting;
using HealthCode.Web.KeyRotation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>The page for unhandled exceptions; shows a number that is also written to the log.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(Reencryption reencryption, ILogger<ErrorModel> log) : PageModel
{
    private static readonly Action<ILogger, string, Exception?> Told =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "error page shown, number {Number}");

    private static readonly Action<ILogger, string, string, Exception?> Found =
        LoggerMessage.Define<string, string>(LogLevel.Error, new EventId(2), "error {Number}: {Place} does not open");

    public string Number { get; } = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    /// <summary>What the request was about to do.</summary>
    public string Attempted => Attempt.Of(HttpContext);

    /// <summary>The row that could not be decrypted; null if the exception had another cause.</summary>
    public string? BrokenAt { get; private set; }

    public Task OnGetAsync() => TellAsync();

    public Task OnPostAsync() => TellAsync();

    private async Task TellAsync()
    {
        Told(log, Number, null);
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } error && (error as DecryptionFailedException ?? error.InnerException as DecryptionFailedException) is { } broken)
        {
            BrokenAt = await reencryption.PlaceOfAsync(broken);
            Found(log, Number, BrokenAt, null);
        }
    }
}
