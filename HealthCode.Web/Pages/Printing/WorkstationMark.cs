namespace HealthCode.Web.Pages.Printing;

/// <summary>工作站标记 — a cookie by which the server knows this PC's printer again.</summary>
public static class WorkstationMark
{
    private const string Cookie = "HealthCode.Workstation";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(5 * 365);

    /// <summary>The mark of this PC, or empty when it has none.</summary>
    public static string Of(HttpContext context) =>
        context.Request.Cookies[Cookie] is { Length: 32 } mark && mark.All(char.IsAsciiHexDigitLower) ? mark : "";

    /// <summary>The mark of this PC; it gets one if it has none.</summary>
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
