using HealthCode.Domain.Passes;
using HealthCode.Domain.People;

namespace HealthCode.Web.Printing.Cards;

/// <summary>填在卡上的字 — what a card says of its holder; in a picture for the screen it may be masked.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Document">身份证号码; of other documents than the ID card also their kind (DECISIONS.md D6).</param>
/// <param name="Address">现居住住址.</param>
public sealed record CardWords(string Name, string Document, string Address)
{
    /// <summary>In full, as printed.</summary>
    public static CardWords Of(HealthPass pass) => new(pass.Holder.Name.Value, DocumentText(pass.Holder.Document.Kind, pass.Holder.Document.Number), pass.ResidenceAddress);

    /// <summary>Document number; of other documents than the ID card also their kind.</summary>
    public static string DocumentText(IdentityDocumentKind kind, string number) => kind switch
    {
        IdentityDocumentKind.ResidentIdCard => number,
        IdentityDocumentKind.None => "无证件",
        _ => $"{kind.ChineseName()} {number}",
    };
}
