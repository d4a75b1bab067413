using System.Security.Cryptography;
using System.Text;
using HealthCode.Web.Hosting.Https;

namespace HealthCode.Web.Hosting;

/// <summary>首次设置码 — until there is an administrator, the set-up page answers this PC alone, or whoever types the code that stands in the window where the program was started. Made anew at every start, kept nowhere.</summary>
public sealed class SetupCode
{
    /// <summary>So often may it be typed, by everybody together; then only this PC sets up, or the program is started anew.</summary>
    public const int MostTries = 10;

    private const string Cookie = "HealthCode.Setup";

    // Without figures and letters that look alike.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Half = 4;

    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, 2 * Half);
    private readonly string _mark = RandomNumberGenerator.GetHexString(64);
    private int _tries;

    /// <summary>As it stands in the window.</summary>
    public string Text => _code.Insert(Half, "-");

    /// <summary>Whether it has been typed wrong too often.</summary>
    public bool IsUsedUp => Volatile.Read(ref _tries) >= MostTries;

    /// <summary>Whether this request may set up.</summary>
    public bool Allows(HttpContext context) =>
        HttpsSetUp.IsThisPc(context.Connection.RemoteIpAddress) || Same(context.Request.Cookies[Cookie] ?? "", _mark);

    /// <summary>Takes the code; whoever has it may set up in this browser.</summary>
    /// <returns>False when it is another, or has been typed too often.</returns>
    public bool TryAllow(HttpContext context, string? typed)
    {
        // Counted before it is looked at: many at once have no more tries than one.
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

    /// <summary>However it is typed: in small letters, full width, with or without the hyphen.</summary>
    private static string Plain(string? typed) =>
        new([.. (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(Alphabet.Contains)]);
}
