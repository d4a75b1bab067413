using System.Globalization;
using System.Threading.RateLimiting;
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
    private static readonly string[] Attempts = ["/Account/Login", "/Account/Code", "/Account/ChangePassword", "/Account/Authenticator"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var checks = builder.Configuration.GetValue(ChecksPerSecond, UsualChecks);
        var frames = builder.Configuration.GetValue(FramesPerSecond, UsualFrames);
        // Not the framework's rate limiting middleware: it never disposes its limiters, whose timers keep a stopped server in memory.
        builder.Services.AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, string>(context => !IsCheck(context) ? RateLimitPartition.GetNoLimiter("")
            : context.Request.Query["handler"] == "Frame" ? PerSecond("摄像头", context, frames)
            : PerSecond("查验", context, checks)));
    }

    /// <summary>Sign-in attempts are counted in the database, so that neither a restart nor another user name resets them; checks in
    /// memory.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var most = app.Configuration.GetValue(SignInsPerMinute, UsualSignIns);
        var checks = app.Services.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        app.Use(async (context, next) =>
        {
            using var lease = checks.AttemptAcquire(context);
            if (!lease.IsAcquired)
            {
                Reject(context, lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1));
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

    private static RateLimitPartition<string> PerSecond(string what, HttpContext context, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        what + " " + context.User.Identity!.Name,
        _ => new() { TokenLimit = perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
}
