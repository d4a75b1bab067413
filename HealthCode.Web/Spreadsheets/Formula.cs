namespace HealthCode.Web.Spreadsheets;

/// <summary>公式 with its computed value, which is stored too because previews, phones and mail gateways do not calculate.</summary>
/// <param name="Text">Without the equals sign; <c>{row}</c> stands for its own row, e.g. <c>SUM(C{row}:E{row})</c>. Never built from user
/// input.</param>
/// <param name="Value">The computed value.</param>
public sealed record Formula(string Text, decimal Value);
