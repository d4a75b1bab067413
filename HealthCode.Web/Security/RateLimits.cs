using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

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

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var signIns = builder.Configuration.GetValue(SignInsPerMinute, UsualSignIns);
        var checks = builder.Configuration.GetValue(ChecksPerSecond, UsualChecks);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => IsSignIn(context) ? SignIns(context, signIns)
                : IsCheck(context) ? Checks(context, checks)
                : RateLimitPartition.GetNoLimiter(""));
            limits.OnRejected = (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    /// <summary>Whatever somebody who is not signed in sends to sign in with: a password, a code.</summary>
    private static bool IsSignIn(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity is not { IsAuthenticated: true } && context.Request.Path.StartsWithSegments("/Account");

    private static bool IsCheck(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method) && context.User.Identity is { IsAuthenticated: true } && context.Request.Path.StartsWithSegments("/Verification/Check");

    private static RateLimitPartition<string> SignIns(HttpContext context, int perMinute) => RateLimitPartition.GetFixedWindowLimiter(
        "登录 " + (context.Connection.RemoteIpAddress ?? IPAddress.Loopback),
        _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });

    private static RateLimitPartition<string> Checks(HttpContext context, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        "查验 " + context.User.Identity!.Name,
        _ => new() { TokenLimit = perSecond, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1) });
}
