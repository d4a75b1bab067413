using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Passes;

/// <summary>显示完整信息 of one card.</summary>
public sealed class UnmaskModel(OfficeDb db, Unmasking unmasking) : UnmaskPageModel<HealthPass>(db, unmasking)
{
    protected override PersonName NameOf(HealthPass pass) => pass.Holder.Name;
}
