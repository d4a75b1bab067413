using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages;

/// <summary>Our own faults: a number that stands in the log too.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel(ILogger<ErrorModel> log) : PageModel
{
    private static readonly Action<ILogger, string, Exception?> Told =
        LoggerMessage.Define<string>(LogLevel.Error, new EventId(1), "error page shown, number {Number}");

    public string Number { get; } = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4));

    public void OnGet() => Told(log, Number, null);

    public void OnPost() => Told(log, Number, null);
}
