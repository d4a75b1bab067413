using HealthCode.Domain.Offices;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;

namespace HealthCode.Web.Imports;

/// <summary>For whom rows are taken in, by whom, and when.</summary>
/// <param name="Db">In a transaction.</param>
/// <param name="Office">Whose papers they become.</param>
/// <param name="By">Who handed the file in.</param>
/// <param name="Clock">The office's.</param>
public sealed record ImportContext(OfficeDb Db, Office Office, StaffMember By, OfficeClock Clock);
