using HealthCode.Domain.Passes;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Checkpoints;

/// <summary>扫卡找人 — a box that looks for residents also takes a card that is scanned into it: its holder is looked for.</summary>
public sealed class HolderSearch(OfficeDb db, CardVerification cards)
{
    /// <summary>Sentence for a card whose holder is not among the residents.</summary>
    public const string Unknown = "没有找到这张卡的持有人：不是本单位的卡，或者他不在名册里。要验真伪，请到“查验”。";

    /// <summary>The holder of a scanned card or of a typed card number, if he is a resident of the office.</summary>
    /// <param name="officeCode">The office.</param>
    /// <param name="text">What was scanned or typed.</param>
    /// <returns>Null if the text is neither a code nor a number of a card; an empty list if the holder is not known here.</returns>
    public async Task<IReadOnlyList<Resident>?> FindAsync(string officeCode, string? text)
    {
        var scanned = ScannedCode.Read(text);
        if (scanned.Kind is not (ScannedKind.Token or ScannedKind.Number))
        {
            return null;
        }

        var number = scanned.Kind == ScannedKind.Number ? scanned.Text : (await cards.NumberOfAsync(scanned))?.Value;
        var card = number is null ? null : await db.Passes.AsNoTracking().SingleOrDefaultAsync(pass => pass.Number == number);
        if (card is null)
        {
            return [];
        }

        var key = card.PersonKey;
        return await db.Residents.AsNoTracking().Where(resident => resident.OfficeCode == officeCode && resident.PersonKey == key && resident.MergedInto == null).ToListAsync();
    }
}
