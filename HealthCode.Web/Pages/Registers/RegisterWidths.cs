using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Registers;

/// <summary>How wide the inputs of the items are.</summary>
public static class RegisterWidths
{
    private const int LongestDrugs = MedicinePurchase.MostDrugs * (RegisterContent.LongestLine + 5);

    /// <summary>Characters of an input in the grid.</summary>
    public static int Of(RegisterField field) => field switch
    {
        RegisterField.DocumentNumber or RegisterField.PatientNumber => 19,
        RegisterField.Phone or RegisterField.PatientPhone => 12,
        RegisterField.Name or RegisterField.ParentName or RegisterField.PatientName or RegisterField.Result or RegisterField.Consent => 8,
        _ when field.IsDay() => 8,
        RegisterField.Temperature => 5,
        RegisterField.Origin or RegisterField.StayedInArea or RegisterField.CaseContact or RegisterField.CarrierContact or RegisterField.HadSymptoms or RegisterField.Exposure or RegisterField.Referred or RegisterField.ForOther => 4,
        RegisterField.Drugs => 22,
        _ => 14,
    };

    /// <summary>The most characters that are typed.</summary>
    public static int MostOf(RegisterField field) => field == RegisterField.Drugs ? LongestDrugs : IsLong(field) ? RegisterContent.LongestText : RegisterContent.LongestLine;

    /// <summary>Own words, of several lines.</summary>
    public static bool IsLong(RegisterField field) => field is RegisterField.HealthBefore or RegisterField.Health or RegisterField.Measures or RegisterField.Contacts or RegisterField.CaseReport
        or RegisterField.Opinion or RegisterField.Note;
}
