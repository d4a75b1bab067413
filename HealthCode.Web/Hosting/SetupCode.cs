using System.Security.Cryptography;
using System.Text;
using HealthCode.Web.Data;
using HealthCode.Web.Hosting.Https;

namespace HealthCode.Web.Hosting;

/// <summary>首次设置码 — until set-up is done, the set-up page is open to this PC, and to browsers where the code printed on the console was typed.
/// Generated at every start and never stored; the servers of a county have one.</summary>
public sealed class SetupCode(ISharedState state)
{
    /// <summary>Wrong codes allowed in total, from all browsers; after that only this PC can set up until the server is restarted.</summary>
    public const int MostTries = 10;

    private const string Cookie = "HealthCode.Setup";

    // Without digits and letters that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Half = 4;

    private const string Key = "setup code";
    private const string TriesKey = "setup tries";

    // Longer than anybody takes to begin.
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>The code as printed on the console.</summary>
    public string Text => Current.Code.Insert(Half, "-");

    /// <summary>Whether too many wrong codes were typed.</summary>
    public async Task<bool> IsLockedAsync() => await state.CountAsync(TriesKey, Life, 0) >= MostTries;

    private Secret Current => state.Claim(Key, new Secret(RandomNumberGenerator.GetString(Alphabet, 2 * Half), RandomNumberGenerator.GetHexString(64)), Life);

    /// <summary>Whether this request may use the set-up page.</summary>
    public bool Allows(HttpContext context) =>
        HttpsSetUp.IsThisPc(context.Connection.RemoteIpAddress) || Same(context.Request.Cookies[Cookie] ?? "", Current.Mark);

    /// <summary>Checks a typed code; if correct, sets a cookie that allows this browser to set up.</summary>
    /// <returns>False if the code is wrong or too many wrong ones were typed.</returns>
    public async Task<bool> TryAllowAsync(HttpContext context, string? typed)
    {
        // Counted before the comparison, so that parallel requests get no extra tries.
        if (await state.CountAsync(TriesKey, Life) > MostTries)
        {
            await state.CountAsync(TriesKey, Life, -1);
            return false;
        }

        var current = Current;
        if (!Same(Plain(typed), current.Code))
        {
            return false;
        }

        await state.CountAsync(TriesKey, Life, -1);
        context.Response.Cookies.Append(Cookie, current.Mark, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
        return true;
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>Normalises the input: lower case, full-width characters, with or without the hyphen.</summary>
    private static string Plain(string? typed) =>
        new([.. (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(Alphabet.Contains)]);

    private sealed record Secret(string Code, string Mark);
}
