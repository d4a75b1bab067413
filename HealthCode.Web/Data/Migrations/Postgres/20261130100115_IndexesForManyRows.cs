using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class IndexesForManyRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Passes_DeclarationId",
                table: "Passes",
                column: "DeclarationId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Action_OfficeCode",
                table: "AuditRecords",
                columns: new[] { "Action", "OfficeCode" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Passes_DeclarationId",
                table: "Passes");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_Action_OfficeCode",
                table: "AuditRecords");
        }
    }
}
