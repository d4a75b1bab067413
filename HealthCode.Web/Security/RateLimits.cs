using System.Globalization;
using System.Threading.RateLimiting;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Security;

/// <summary>限速 — how often one PC may try to sign in, and how often one guard may check; a person never meets either.</summary>
public static class RateLimits
{
    /// <summary>The setting: attempts to sign in from one PC in a minute.</summary>
    public const string SignInsPerMinute = nameof(SignInsPerMinute);

    /// <summary>The setting: checks of one guard in a second.</summary>
    public const string ChecksPerSecond = nameof(ChecksPerSecond);

    private const int UsualSignIns = 20;
    private const int UsualChecks = 10;
    private static readonly string[] Attempts = ["/Account/Login", "/Account/Code", "/Account/ChangePassword", "/Account/Authenticator"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var checks = builder.Configuration.GetValue(ChecksPerSecond, UsualChecks);
        // Not the framework's middleware: it never disposes of its limiters, whose timers keep a server in memory that has ended.
        builder.Services.AddSingleton(_ => PartitionedRateLimiter.Create<HttpContext, string>(context => IsCheck(context)
            ? Checks(context, checks)
            : RateLimitPartition.GetNoLimiter("")));
    }

    /// <summary>Attempts to sign in are counted in the database: neither a restart nor another sign-in gives a PC new ones. Checks are counted in memory.</summary>
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
            // The page says that the disk is full, with what was typed. Nobody gets in meanwhile: a sign-in is written down, too.
            return null;
        }
    }

    /// <summary>Whatever is sent with a password or a code to be tried, by whoever is signed in or not.</summary>
    private static bool IsAttempt(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Attempts.Any(page => request.Path.StartsWithSegments(page));

    private static bool IsCheck(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity is { IsAuthenticated: true } && context.Request.Path.StartsWithSegments("/Verification/Check");

    private static RateLimitPartition<string> Checks(HttpContext context, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        "查验 " + context.User.Identity!.Name,
        _ => new() { TokenLimit = perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
}
