using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;
using HealthCode.Web.Fields;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Registers;

/// <summary>Reads a typed facility.</summary>
public static class FacilityParser
{
    public static FacilityDetails Read(FacilityInput input, FieldFaults<Field> faults, DateOnly today) => new(
        LineAttribute.Clean(input.Name), LineAttribute.Clean(input.District), LineAttribute.Clean(input.Contact), new FieldParser<Field>(faults, today).Phone(RegisterField.Phone, input.Phone));
}
