using HealthCode.Domain.Declarations;

namespace HealthCode.Web.Printing.Forms;

/// <summary>一份申报表 — what one printed form carries besides the annex. Never a card number.</summary>
/// <param name="Number">表号, or null for a form without one.</param>
/// <param name="Identity">半填: whose identity is printed in, or null. Nothing of health, travel or signature is ever taken.</param>
public sealed record FormCopy(PrintedFormNumber? Number, DeclarationContent? Identity);
