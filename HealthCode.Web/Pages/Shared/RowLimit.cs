namespace HealthCode.Web.Pages.Shared;

/// <summary>How many rows of a form are read.</summary>
public static class RowLimit
{
    /// <summary>Indexes from here on are ignored.</summary>
    public const int Most = 100;
}
