using System.Globalization;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Security;

/// <summary>限速 — limits sign-in attempts per PC, checks and camera frames per guard; never reached in normal use.</summary>
public static class RateLimits
{
    /// <summary>Setting: sign-in attempts per PC and minute.</summary>
    public const string SignInsPerMinute = nameof(SignInsPerMinute);

    /// <summary>Setting: checks per guard and second.</summary>
    public const string ChecksPerSecond = nameof(ChecksPerSecond);

    /// <summary>Setting: frames of a camera per guard and second.</summary>
    public const string FramesPerSecond = nameof(FramesPerSecond);

    private const int UsualFrames = 4;
    private const int UsualSignIns = 20;
    private const int UsualChecks = 10;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly string[] Attempts = ["/Account/Login", "/Account/Code", "/Account/ChangePassword", "/Account/Authenticator"];

    /// <summary>Counted where all servers of the database see it: neither a restart nor another server resets the count. Sign-in attempts stay in the database, so that another user name
    /// does not either.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var most = app.Configuration.GetValue(SignInsPerMinute, UsualSignIns);
        var (checks, frames) = (app.Configuration.GetValue(ChecksPerSecond, UsualChecks), app.Configuration.GetValue(FramesPerSecond, UsualFrames));
        var state = app.Services.GetRequiredService<ISharedState>();
        app.Use(async (context, next) =>
        {
            if (IsCheck(context) && await IsTooManyAsync(context))
            {
                Reject(context, Second);
            }
            else if (IsAttempt(context.Request) && await WaitAsync(context, most) is { } wait)
            {
                Reject(context, wait);
            }
            else
            {
                await next(context);
            }
        });

        async Task<bool> IsTooManyAsync(HttpContext context) => context.Request.Query["handler"] == "Frame"
            ? await state.CountAsync("摄像头 " + context.User.Identity!.Name, Second) > frames
            : await state.CountAsync("查验 " + context.User.Identity!.Name, Second) > checks;
    }

    private static void Reject(HttpContext context, TimeSpan wait)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<TimeSpan?> WaitAsync(HttpContext context, int most)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<SignInAttempts>()
                .CountPcAsync(context.RequestServices.GetRequiredService<CurrentUser>(), context.Connection.RemoteIpAddress, most, context.RequestAborted);
        }
        catch (Exception fault) when (DataFaults.SentenceOf(fault) is not null)
        {
            // Let the page report the full disk. Nobody can sign in meanwhile, because that is written to the database too.
            return null;
        }
    }

    /// <summary>Whether the request submits a password or code, signed in or not.</summary>
    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Attempts.Any(page => request.Path.StartsWithSegments(page));

    private static bool IsCheck(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity is { IsAuthenticated: true } && context.Request.Path.StartsWithSegments("/Verification/Check");
}
