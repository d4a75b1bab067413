using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules.Packs;

namespace HealthCode.Tests.Benchmarks;

/// <summary>How the forms of a county are spread over offices, days and people: form by form every office in turn, the last ones yesterday; a person comes again after 60 days.</summary>
/// <param name="Rows">Declarations asked for; every office has the same number.</param>
/// <param name="Offices">Village offices, 30 to a township.</param>
/// <param name="Today">The day on which it is laid out.</param>
internal sealed record CountyPlan(int Rows, int Offices, DateOnly Today)
{
    /// <summary>Offices of one township.</summary>
    public const int OfficesOfTownship = 30;

    private const int Months = 180;
    private const int FormsOfPerson = 3;

    private static readonly TimeSpan Opening = TimeSpan.FromHours(9);
    private static readonly TimeSpan OfficeHours = TimeSpan.FromHours(8);

    public int FormsOfOffice { get; } = (Rows + Offices - 1) / Offices;

    public int Forms => FormsOfOffice * Offices;

    public int FormsOfDay => Math.Max(1, (FormsOfOffice + Months - 1) / Months);

    public int Days => (FormsOfOffice + FormsOfDay - 1) / FormsOfDay;

    public DateOnly FirstDay => Today.AddDays(-Days);

    /// <summary>A card has expired when its holder comes again.</summary>
    public int PeopleOfOffice => Math.Max((FormsOfOffice + FormsOfPerson - 1) / FormsOfPerson, (Ningxia.Pack.Pass.ValidityDays + 2) * FormsOfDay);

    public static DivisionCode CodeOf(int office) => DivisionCode.Parse(string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"640104{101 + (office / OfficesOfTownship):000}{201 + (office % OfficesOfTownship):000}"));

    public int OfficeOf(int form) => form % Offices;

    /// <summary>The how-manieth form of its office it is, from 0.</summary>
    public int PlaceOf(int form) => form / Offices;

    public DateOnly DayOf(int form) => FirstDay.AddDays(PlaceOf(form) / FormsOfDay);

    /// <summary>Its number of the day in its office, from 1.</summary>
    public int NumberOf(int form) => 1 + (PlaceOf(form) % FormsOfDay);

    public int PersonOf(int form) => (OfficeOf(form) * PeopleOfOffice) + (PlaceOf(form) % PeopleOfOffice);

    /// <summary>The form with which the same person was there before; null if it is the first.</summary>
    public int? Earlier(int form) => PlaceOf(form) >= PeopleOfOffice ? form - (PeopleOfOffice * Offices) : null;

    /// <summary>The form with which the same person comes again; null if it is the last.</summary>
    public int? Later(int form) => form + (PeopleOfOffice * Offices) is var later && later < Forms ? later : null;

    /// <summary>The newest form of an office, from 0 for the last one.</summary>
    public int Newest(int office, int back) => ((FormsOfOffice - 1 - back) * Offices) + office;

    /// <summary>When it is handed in; every later form is later.</summary>
    public DateTimeOffset AtOf(int form)
    {
        var ofDay = FormsOfDay * Offices;
        var place = ((PlaceOf(form) % FormsOfDay) * Offices) + OfficeOf(form);
        return new(DayOf(form).ToDateTime(TimeOnly.FromTimeSpan(Opening + (OfficeHours * place / ofDay))), TimeSpan.FromHours(8));
    }
}
