namespace HealthCode.Web.Spreadsheets;

/// <summary>公式 with its value: a preview, a telephone and a mail gateway do not calculate.</summary>
/// <param name="Text">Without the equals sign; <c>{row}</c> is its own row, e.g. <c>SUM(C{row}:E{row})</c>. Never made from what somebody typed.</param>
/// <param name="Value">What it comes to.</param>
public sealed record Formula(string Text, decimal Value);
