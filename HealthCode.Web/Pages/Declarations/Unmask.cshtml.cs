using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Web.Data;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>显示完整信息 of one declaration.</summary>
public sealed class UnmaskModel(OfficeDb db, Unmasking unmasking) : UnmaskPageModel<Declaration>(db, unmasking)
{
    protected override PersonName NameOf(Declaration declaration) => declaration.Content.Person.Name;
}
