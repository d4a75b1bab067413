namespace HealthCode.Web.Reports;

/// <summary>指标说明.</summary>
/// <param name="Figure">As it stands in the table.</param>
/// <param name="Meaning">What is counted, and what is not.</param>
/// <param name="Source">The notice it answers to, or empty.</param>
public sealed record Definition(string Figure, string Meaning, string Source = "");
