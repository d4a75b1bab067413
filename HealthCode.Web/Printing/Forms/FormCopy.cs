using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Printing.Forms;

/// <summary>一份申报表 — what is printed on a form besides the annex. Never a card number.</summary>
/// <param name="Number">表号, or null.</param>
/// <param name="Identity">半填: the person whose identity is prefilled, or null. Health, travel and signature are never prefilled.</param>
public sealed record FormCopy(PrintedFormNumber? Number, DeclarationContent? Identity);
