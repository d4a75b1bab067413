namespace HealthCode.Web.Pages.Shared;

/// <summary>One option of a radio group: the posted value and the shown text.</summary>
public sealed record Choice(string Value, string Text)
{
    /// <summary>The values of an enum in declaration order, with their Chinese names.</summary>
    public static IReadOnlyList<Choice> Of<T>(Func<T, string> name)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), name(value)))];
}
