namespace HealthCode.Web.Reports;

/// <summary>指标说明.</summary>
/// <param name="Figure">Title of the figure in the table.</param>
/// <param name="Meaning">What is counted and what is not.</param>
/// <param name="Source">The official notice it is based on, or empty.</param>
public sealed record Definition(string Figure, string Meaning, string Source = "");
