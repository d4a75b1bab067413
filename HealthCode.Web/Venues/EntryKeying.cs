using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Venues;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Venues;

/// <summary>入场登记的录入 — saves a row of a venue's list by itself.</summary>
public sealed class EntryKeying(OfficeDb db, OfficeClock clock, CurrentUser currentUser, CardVerification cards)
{
    private const int LongestNumber = 12;

    /// <summary>Saves a row.</summary>
    /// <returns>What is wrong with it, field by field; empty when it was saved.</returns>
    public async Task<IReadOnlyList<FieldFault<Field>>> SaveAsync(Office office, long venueId, EntryHead head, EntryRow row)
    {
        FieldFaults<Field> faults = [];
        var fields = new FieldParser<Field>(faults, clock.Today);
        var listNumber = NumberOf(fields.Text(EntryField.ListNumber, head.ListNumber, LongestNumber));
        var line = await ReadAsync(fields, faults, head, row);
        if (faults.Count > 0)
        {
            return [.. faults];
        }

        try
        {
            await db.InOneTransactionAsync(async () =>
            {
                await db.RequireNotDestroyedAsync(office.Code);
                var venue = await db.Venues.SingleAsync(each => each.Id == venueId);
                var same = await db.VenueEntries.AsNoTracking().FirstOrDefaultAsync(each => each.VenueId == venueId && each.On == line.On && each.At == line.At && each.Mark == line.Mark);
                db.VenueEntries.Add(VenueEntry.Key(venue, line, listNumber, same, office.RulesOn(line.On ?? clock.Today), currentUser.Staff!, clock.Now));
            });
            return [];
        }
        catch (RuleBrokenException broken)
        {
            faults.Add(broken.Breaches, field => field);
            return [.. faults];
        }
    }

    private async Task<EntryLine> ReadAsync(FieldParser<Field> fields, FieldFaults<Field> faults, EntryHead head, EntryRow row)
    {
        var (name, card) = await PersonAsync(fields, faults, row.Who);
        TimeOnly? at = null;
        if (!string.IsNullOrWhiteSpace(row.At))
        {
            if (TypedTime.TryParse(row.At, out var typed))
            {
                at = typed;
            }
            else
            {
                faults.Add(EntryField.At, "时间看不懂，请写成 0830 或 8:30");
            }
        }

        var found = HalfWidth.Normalize(row.FoundNormal is { Length: <= 4 } text ? text : "").Trim();
        return new(
            fields.Day(EntryField.Day, head.Day), at, name, card, fields.Text(EntryField.Shown, row.Shown, VenueEntry.LongestLine),
            found switch { "1" => true, "2" => false, _ => null }, fields.Text(EntryField.Staff, head.Staff, VenueEntry.LongestLine));
    }

    /// <summary>A name, or the number of a card that was scanned or typed.</summary>
    private async Task<(string Name, string Card)> PersonAsync(FieldParser<Field> fields, FieldFaults<Field> faults, string? typed)
    {
        var scanned = ScannedCode.Read(typed);
        switch (scanned.Kind)
        {
            case ScannedKind.Nothing:
                return ("", "");
            case ScannedKind.Number:
                return ("", scanned.Text);
            case ScannedKind.Token when await cards.NumberOfAsync(scanned) is { } number:
                return ("", number.Value);
            case ScannedKind.Token:
                faults.Add(EntryField.Who, "这张卡不是本系统签发的，请写姓名");
                return ("", "");
            case ScannedKind.Part when scanned.Text.Any(char.IsAsciiDigit):
                faults.Add(EntryField.Who, "卡没有读全，请再扫一次，或者照卡输入全部卡号");
                return ("", "");
            default:
                return (fields.NeededName(EntryField.Who, typed)?.Value ?? "", "");
        }
    }

    /// <summary>7 and ００07 are 0007.</summary>
    private static string NumberOf(string typed)
    {
        var digits = HalfWidth.Normalize(typed).Replace(" ", "", StringComparison.Ordinal);
        return digits.All(char.IsAsciiDigit) ? digits.TrimStart('0').PadLeft(4, '0') : digits;
    }
}
