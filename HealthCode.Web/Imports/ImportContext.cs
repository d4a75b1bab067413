using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Imports;

/// <summary>What an import needs to process its rows.</summary>
/// <param name="Db">Inside a transaction.</param>
/// <param name="Office">The office the rows belong to.</param>
/// <param name="By">Who uploaded the file.</param>
/// <param name="Clock">The office clock.</param>
public sealed record ImportContext(OfficeDb Db, Office Office, StaffMember By, OfficeClock Clock);
