using HealthCode.Domain.Residents;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>今天要问的名单的一行 — a resident on the list of a day, under the number that the printed round list has.</summary>
public sealed class DueEntry
{
    private DueEntry(string officeCode, DateOnly day, int number, long residentId) =>
        (OfficeCode, Day, Number, ResidentId, Words) = (officeCode, day, number, residentId, "");

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>The office whose list it is.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>The day of the list.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>序号, from 1; it stays the same all day.</summary>
    public int Number { get; private set; }

    /// <summary>The resident.</summary>
    public long ResidentId { get; private set; }

    /// <summary>The reason in words, as it was when the list was made.</summary>
    public string Words { get; private set; }

    /// <summary>Puts a resident on the list of a day.</summary>
    public static DueEntry Of(Resident resident, DueCheckIn due, DateOnly day, int number) => new(resident.OfficeCode, day, number, resident.Id) { Words = due.Words };
}
