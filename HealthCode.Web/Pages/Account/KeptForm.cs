namespace HealthCode.Web.Pages.Account;

/// <summary>没交上去的表 — what was typed, and where it was going.</summary>
/// <param name="Address">Path and query.</param>
/// <param name="Fields">As they were posted, passwords left out.</param>
/// <param name="KeptAt">When.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, DateTimeOffset KeptAt);
