using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Seals;

/// <summary>公章图样 — the image of the office's own seal for 套印, with the document that approved printing it (DECISIONS.md D1).</summary>
public sealed class OfficeSeal
{
    /// <summary>Maximum length of a document number in characters.</summary>
    public const int LongestDocument = 60;

    private OfficeSeal(string officeCode, byte[] image, string approvingDocument)
    {
        (OfficeCode, Image, ApprovingDocument, RegisteredBy) = (officeCode, image, approvingDocument, null!);
    }

    /// <summary>Code of the office; at most one seal per office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>PNG on white: the cropped, upright impression in the colour chosen by the keeper.</summary>
    public byte[] Image { get; private set; }

    /// <summary>批准文件文号.</summary>
    public string ApprovingDocument { get; private set; }

    /// <summary>The keeper who uploaded it.</summary>
    public StaffMember RegisteredBy { get; private set; }

    /// <summary>Time of the upload.</summary>
    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>备案 — registers an uploaded image.</summary>
    /// <exception cref="RuleBrokenException">No approving document.</exception>
    public static OfficeSeal Register(Office office, byte[] image, string approvingDocument, StaffMember keeper, DateTimeOffset at)
    {
        SealRules.DocumentNamed.Require(approvingDocument.Length > 0);

        return new(office.Code, image, approvingDocument) { RegisteredBy = keeper, RegisteredAt = at };
    }
}
