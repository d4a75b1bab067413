using HealthCode.Domain.People;
using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Residents;

/// <summary>显示完整信息 of one resident.</summary>
public sealed class UnmaskModel(OfficeDb db, Unmasking unmasking) : UnmaskPageModel<Resident>(db, unmasking)
{
    protected override PersonName NameOf(Resident subject) => subject.Person.Name;
}
