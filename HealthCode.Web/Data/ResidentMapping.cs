using HealthCode.Domain.People;
using HealthCode.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HealthCode.Web.Data;

internal sealed class ResidentMapping : IEntityTypeConfiguration<Resident>
{
    public void Configure(EntityTypeBuilder<Resident> builder)
    {
        builder.Property(resident => resident.OfficeCode).HasMaxLength(12);
        builder.Property(resident => resident.Person).AsJson().Closed();
        builder.Property(resident => resident.PersonKey).LookedUp();
        builder.Property(resident => resident.Phone).HasConversion(phone => phone!.Value, text => PhoneNumber.Restore(text)).Closed();
        builder.Property(resident => resident.Address).Closed();
        builder.Property(resident => resident.Note).Closed();
        builder.Property(resident => resident.GridWorker).AsJson().Closed();
        builder.Property(resident => resident.Guardian).AsJson().Closed();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.PersonKey }).IsUnique();
        builder.HasIndex(resident => new { resident.OfficeCode, resident.School, resident.SchoolClass });
    }
}
