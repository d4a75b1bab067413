namespace HealthCode.Web.Pages.Shared;

/// <summary>One answer that can be chosen: what is posted, and what is read.</summary>
public sealed record Choice(string Value, string Text)
{
    /// <summary>The values of an enumeration with their Chinese names, in its order.</summary>
    public static IReadOnlyList<Choice> Of<T>(Func<T, string> name)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), name(value)))];
}
