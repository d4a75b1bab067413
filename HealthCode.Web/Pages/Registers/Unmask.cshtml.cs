using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Registers;

/// <summary>显示完整信息 of one entry.</summary>
public sealed class UnmaskModel(OfficeDb db, Unmasking unmasking) : UnmaskPageModel<RegisterEntry>(db, unmasking)
{
    protected override PersonName NameOf(RegisterEntry subject) => subject.Content.Name;
}
