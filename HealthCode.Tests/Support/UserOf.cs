using HealthCode.Web.Foundation;

namespace HealthCode.Tests.Support;

/// <summary>A user whose scope is an office or a township.</summary>
/// <param name="scope">Code of the office, or the first digits of the township's.</param>
public sealed class UserOf(string scope) : CurrentUser(null)
{
    public override string? Scope => scope;
}
