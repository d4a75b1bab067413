using System.Globalization;
using System.Threading.RateLimiting;
using HealthCode.Web.Data;

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
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsCheck(context) ? Checks(context, checks)
                : RateLimitPartition.GetNoLimiter(""));
            limits.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Seconds(wait);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Counted in the database: neither a restart nor another sign-in gives a PC new attempts.</summary>
    public static void UseSignInLimit(this WebApplication app)
    {
        var most = app.Configuration.GetValue(SignInsPerMinute, UsualSignIns);
        app.Use(async (context, next) =>
        {
            if (IsAttempt(context.Request) && await WaitAsync(context, most) is { } wait)
            {
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = Seconds(wait);
                return;
            }

            await next(context);
        });
    }

    private static async Task<TimeSpan?> WaitAsync(HttpContext context, int most)
    {
        try
        {
            return await context.RequestServices.GetRequiredService<SignInAttempts>()
                .CountPcAsync(context.RequestServices.GetRequiredService<Desk>(), context.Connection.RemoteIpAddress, most, context.RequestAborted);
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

    private static string Seconds(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static RateLimitPartition<string> Checks(HttpContext context, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        "查验 " + context.User.Identity!.Name,
        _ => new() { TokenLimit = perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
}
