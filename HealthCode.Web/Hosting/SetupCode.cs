using System.Security.Cryptography;
using System.Text;
using HealthCode.Web.Hosting.Https;

namespace HealthCode.Web.Hosting;

/// <summary>首次设置码 — until set-up is done, the set-up page is open to this PC, and to browsers where the code printed on the console was typed.
/// Generated at every start, never stored.</summary>
public sealed class SetupCode
{
    /// <summary>Wrong codes allowed in total, from all browsers; after that only this PC can set up until the server is restarted.</summary>
    public const int MostTries = 10;

    private const string Cookie = "HealthCode.Setup";

    // Without digits and letters that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Half = 4;

    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, 2 * Half);
    private readonly string _mark = RandomNumberGenerator.GetHexString(64);
    private int _tries;

    /// <summary>The code as printed on the console.</summary>
    public string Text => _code.Insert(Half, "-");

    /// <summary>Whether too many wrong codes were typed.</summary>
    public bool IsLocked => Volatile.Read(ref _tries) >= MostTries;

    /// <summary>Whether this request may use the set-up page.</summary>
    public bool Allows(HttpContext context) =>
        HttpsSetUp.IsThisPc(context.Connection.RemoteIpAddress) || Same(context.Request.Cookies[Cookie] ?? "", _mark);

    /// <summary>Checks a typed code; if correct, sets a cookie that allows this browser to set up.</summary>
    /// <returns>False if the code is wrong or too many wrong ones were typed.</returns>
    public bool TryAllow(HttpContext context, string? typed)
    {
        // Counted before the comparison, so that parallel requests get no extra tries.
        if (Interlocked.Increment(ref _tries) > MostTries)
        {
            Interlocked.Exchange(ref _tries, MostTries);
            return false;
        }

        if (!Same(Plain(typed), _code))
        {
            return false;
        }

        Interlocked.Decrement(ref _tries);
        context.Response.Cookies.Append(Cookie, _mark, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps });
        return true;
    }

    private static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>Normalises the input: lower case, full-width characters, with or without the hyphen.</summary>
    private static string Plain(string? typed) =>
        new([.. (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(Alphabet.Contains)]);
}
