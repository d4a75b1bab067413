namespace HealthCode.Web.Pages.Shared;

/// <summary>工作站标记 — a cookie that identifies this PC, so that the server knows its print calibration.</summary>
public static class WorkstationMark
{
    private const string Cookie = "HealthCode.Workstation";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(5 * 365);

    /// <summary>Returns the mark of this PC, or an empty string if it has none.</summary>
    public static string Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: 32 } mark && mark.All(char.IsAsciiHexDigitLower) ? mark : "";

    /// <summary>Returns the mark of this PC; sets a new one if it has none.</summary>
    public static string Give(HttpContext context)
    {
        if (Of(context) is { Length: > 0 } known)
        {
            return known;
        }

        var mark = Guid.NewGuid().ToString("n");
        context.Response.Cookies.Append(Cookie, mark, new() { HttpOnly = true, Secure = context.Request.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = Kept });
        return mark;
    }
}
